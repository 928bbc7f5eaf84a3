import type { MapDocument } from '../../../core/types'
import type { CardMark, CardMarks } from '../../view/services'
import type { Finding } from '../findings/findings'
import type { PanelServices, Reality } from './panelServices'
import { Refreshed } from './refreshed'

/** How long after the last saved edit the findings and numbers are asked for again, in milliseconds. */
export const settlingTime = 500

/** What the server knows about the open map besides its objects: findings and live numbers, kept fresh. */
export class MapInsight implements CardMarks {
  readonly findings: Refreshed<readonly Finding[]>
  readonly reality: Refreshed<Reality>
  private readonly stop: readonly (() => void)[]
  private revision: number
  private cardMarks: ReadonlyMap<string, CardMark> = new Map()
  private source: Reality | null = null

  constructor(document: MapDocument, services: PanelServices) {
    this.findings = new Refreshed(() => services.findings(document.map))
    this.reality = new Refreshed(() => services.reality(document.map))
    this.revision = document.revision
    this.stop = [
      document.subscribe(() => {
        if (document.saveState.kind !== 'saved' || document.revision === this.revision) return
        this.revision = document.revision
        this.findings.refreshSoon(settlingTime)
        this.reality.refreshSoon(settlingTime)
      }),
      document.onNumbers(() => {
        // New numbers can support or contradict a card, which is a finding too.
        this.findings.refreshSoon(settlingTime)
        this.reality.refreshSoon(settlingTime)
      }),
    ]
  }

  start(): void {
    void this.findings.refresh()
    void this.reality.refresh()
  }

  /** The evidence status of every card, for the marks on the map. */
  get marks(): ReadonlyMap<string, CardMark> {
    const reality = this.reality.state.content
    if (reality !== this.source) {
      this.source = reality
      this.cardMarks = reality?.cards ?? new Map()
    }
    return this.cardMarks
  }

  get measured(): ReadonlyMap<string, number> {
    return this.reality.state.content?.measuredEmotion ?? noNumbers
  }

  subscribe = (listener: () => void): (() => void) => this.reality.subscribe(listener)

  close(): void {
    for (const stop of this.stop) stop()
    this.findings.close()
    this.reality.close()
  }
}

const noNumbers: ReadonlyMap<string, number> = new Map()
