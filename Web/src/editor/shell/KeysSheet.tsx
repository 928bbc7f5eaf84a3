import { Dialog } from '../../design/Dialog'
import { words } from '../../words/words'
import { showKeys } from '../commands/keys'
import type { Command, CommandGroup } from '../commands/registry'
import { useEditor } from '../view/services'

const groups: readonly CommandGroup[] = ['edit', 'cards', 'stages', 'lanes', 'flows', 'go', 'view', 'map',
  'help']

/** Every key the registry knows, by what it is for. */
export function KeysSheet({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const { commands } = useEditor()
  const withKeys = commands.all.filter(command => (command.keys?.length ?? 0) > 0)
  return (
    <Dialog title={words('shell.keys')} onClose={onClose} width="wide">
      <div className="keys-sheet" role="group" aria-label={words('shell.keys')} tabIndex={0}>
        {groups.map(group => ({ group, own: withKeys.filter(command => command.group === group) }))
          .filter(({ own }) => own.length > 0)
          .map(({ group, own }) => (
            <section key={group}>
              <h3>{words(`group.${group}`)}</h3>
              <dl>{own.map(command => <KeyRow key={command.id} command={command} />)}</dl>
            </section>
          ))}
      </div>
    </Dialog>
  )
}

function KeyRow({ command }: { readonly command: Command }): JSX.Element {
  return (
    <div>
      <dt>{command.title}</dt>
      <dd>
        {command.keys?.map((keys, index) => (
          <span key={keys}>
            {index > 0 && <span className="soft"> {words('shell.or')} </span>}
            <span className="ds-keys">{showKeys(keys).map(key => <kbd key={key}>{key}</kbd>)}</span>
          </span>
        ))}
      </dd>
    </div>
  )
}
