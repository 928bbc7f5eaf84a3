import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { FormEvent } from 'react'
import { api, newId } from '../../core'
import type { Template } from '../../core'
import { Button } from '../../design/Button'
import { Skeleton } from '../../design/Skeleton'
import { words } from '../../words/words'
import { useDesk } from '../frame/Desk'
import { LoadProblem } from '../frame/LoadProblem'
import { Notice } from '../frame/Notice'
import { sentenceOf } from '../frame/sentences'
import { useLoad } from '../frame/useLoad'
import { createMap } from './createMap'
import { emptyDraft, keepDraft, loadDraft, missing, nameOf, steps } from './draft'
import type { Draft, DraftProblem, Step } from './draft'
import { Preview } from './Preview'
import { StepTemplate } from './StepTemplate'
import { StepWho } from './StepWho'
import { StepWhy } from './StepWhy'
import { Stepper } from './Stepper'
import { suggestedTemplates } from './templateAdvice'
import { namesIn } from './workspaceNames'
import type { WorkspaceNames } from './workspaceNames'

interface Loaded { readonly templates: readonly Template[]; readonly names: WorkspaceNames }

/** A new map in three short steps. */
export function WizardPage(): JSX.Element {
  const { attempt } = useDesk()
  const load = useCallback(() => attempt(async (): Promise<Loaded> => {
    const [templates, workspace] = await Promise.all([api.templates(), api.workspace()])
    return { templates, names: namesIn(workspace.objects) }
  }), [attempt])
  const [loaded, reload] = useLoad(load)
  if (loaded.kind === 'loading') return <div className="wp-page"><Skeleton rows={6} /></div>
  if (loaded.kind === 'failed') return <LoadProblem problem={loaded.problem} onRetry={() => void reload()} />
  return <Wizard {...loaded.value} />
}

function Wizard({ templates, names }: Loaded): JSX.Element {
  const desk = useDesk()
  const [draft, setDraft] = useState<Draft>(() => startOf(loadDraft(newId()), names))
  const [problems, setProblems] = useState<readonly DraftProblem[]>([])
  const [refusal, setRefusal] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const fields = useRef<HTMLDivElement>(null)
  const title = useRef<HTMLHeadingElement>(null)
  const isFirst = useRef(true)
  const change = useCallback((part: Partial<Draft>): void => setDraft(before => ({ ...before, ...part })), [])
  useEffect(() => { keepDraft(draft) }, [draft])
  useEffect(() => { setProblems(before => before.filter(each =>
    missing(draft, names.maps).includes(each))) }, [draft, names])
  useEffect(() => {
    if (isFirst.current) { isFirst.current = false; return }
    window.scrollTo({ top: 0 })
    // Fields take the focus themselves; on a step without an empty field its title says where one is.
    if (fields.current?.contains(document.activeElement) !== true) title.current?.focus()
  }, [draft.step])

  const name = nameOf(draft, names.maps)
  const suggested = useMemo(() => suggestedTemplates(
    { kind: draft.kind, about: `${draft.product.name} ${draft.audience.name}` },
      templates.map(({ id }) => id)),
  [draft.kind, draft.product.name, draft.audience.name, templates])
  const chosen = templates.find(({ id }) => id === draft.ownTemplate)
    ?? templates.find(({ id }) => id === suggested[0])

  const goTo = (step: Step): void => {
    const found = step === 'who' ? [] : missing(draft, names.maps)
    setProblems(found)
    if (found[0] === undefined) { change({ step }); return }
    change({ step: 'who' })
    requestAnimationFrame(() =>
      form.current?.querySelector<HTMLElement>(`[data-name="${found[0]}"]`)?.focus())
  }
  const create = async (): Promise<void> => {
    if (isBusy || chosen === undefined) return
    setBusy(true)
    setRefusal(null)
    try {
      const map = await createMap(draft, name, chosen.id, asked => {
        setDraft(asked)
        keepDraft(asked)
      }, desk.attempt)
      keepDraft(null)
      window.location.assign(`/maps/${encodeURIComponent(map)}/edit`)
    } catch (problem) {
      setRefusal(sentenceOf(problem))
      setBusy(false)
    }
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const next = steps[steps.indexOf(draft.step) + 1]
    if (next !== undefined) goTo(next)
    else void create()
  }
  const before = steps[steps.indexOf(draft.step) - 1]
  const hasWords = draft.product.name !== '' || draft.audience.name !== '' || draft.why !== ''
  return (
    <div className="wz">
      <form ref={form} className="wz-form" noValidate onSubmit={submit} aria-label={words('new.title')}>
        <Stepper current={draft.step} onGo={goTo} />
        {!desk.mayEdit && <Notice tone="warn">{words('new.viewer')}</Notice>}
        <div className="wz-title">
          <h1 ref={title} tabIndex={-1}>{words(`new.${draft.step}.title`)}</h1>
          <p>{words(`new.${draft.step}.lead`)}</p>
        </div>
        <div ref={fields} className="stack" key={draft.step}>
          {draft.step === 'who' && (
            <StepWho draft={draft} change={change} products={names.products} audiences={names.audiences}
              personas={names.personas} takenNames={names.maps} problems={problems} />
          )}
          {draft.step === 'why' && <StepWhy draft={draft} change={change} />}
          {draft.step === 'template' && (chosen === undefined
            ? <Notice tone="warn">{words('new.noTemplates')}</Notice>
            : <StepTemplate templates={templates} suggested={suggested} chosen={chosen.id}
              onChoose={ownTemplate => change({ ownTemplate })} />)}
        </div>
        {refusal !== null && <Notice tone="bad">{refusal}</Notice>}
        <div className="wz-foot">
          {before !== undefined && <Button icon="arrowLeft"
            onClick={() => goTo(before)}>{words('new.back')}</Button>}
          {before === undefined && hasWords && (
            <Button kind="quiet" onClick={() => { setProblems([]);
              setDraft(startOf(emptyDraft(newId()), names)) }}>
              {words('new.discard')}
            </Button>
          )}
          <span className="wz-enter" aria-hidden="true"><kbd>Enter</kbd>{words('new.enter')}</span>
          <Button kind="primary" type="submit" className="wz-next"
            disabled={isBusy || (draft.step === 'template' && !desk.mayEdit)}>
            {draft.step === 'template' ? words(isBusy ? 'new.creating' : 'new.create') : words('new.next')}
          </Button>
        </div>
      </form>
      <Preview draft={draft} name={name} template={chosen} />
    </div>
  )
}

/** With a single product in the library the first question is answered already. */
function startOf(draft: Draft, names: WorkspaceNames): Draft {
  const [only, another] = names.products
  if (draft.product.name !== '' || only === undefined || another !== undefined) return draft
  return { ...draft, product: only }
}
