import { Button } from '../../design/Button'
import { words } from '../../words/words'
import { useCanvas } from './canvasContext'
import { rowsTop } from './geometry'
import type { Scene } from './scene'

/** The ways to add a stage behind the last one and a lane below the last one. */
export function AddAtEnd({ scene }: { readonly scene: Scene }): JSX.Element {
  const { editor, menus } = useCanvas()
  const { layout, grid } = scene
  const { document, view, services } = editor
  const lastStage = grid.stages[grid.stages.length - 1]
  const lastLane = grid.lanes[grid.lanes.length - 1]
  const right = layout.columnX[layout.columnX.length - 1] ?? 0
  return (
    <>
      <Button
        icon="add"
        kind="quiet"
        className="add-stage"
        style={{ left: right + 8, top: layout.flowsHeight + 10 }}
        onClick={() =>
          editor.commands.run('stage.addAfter', {
            document,
            view,
            services,
            ...(lastStage === undefined ? {} : { target: { at: 'stage' as const, stage: lastStage.id } }),
          })}
      >
        {words('canvas.addStage')}
      </Button>
      <Button
        icon="add"
        kind="quiet"
        className="add-lane"
        style={{ left: 12, top: rowsTop(layout) + (layout.rowY[layout.rowY.length - 1] ?? 0) + 12 }}
        onClick={(event) =>
          menus.show({
            place: { at: 'lane', lane: lastLane?.id ?? '' },
            anchor: event.currentTarget,
            roles: { position: grid.lanes.length },
          })}
      >
        {words('canvas.addLane')}
      </Button>
    </>
  )
}
