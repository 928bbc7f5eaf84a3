import { memo } from 'react'
import { words } from '../../words/words'
import { CardView } from './CardView'
import type { CellLayout } from './layout'
import type { LaneRole } from './roles'
import { sizes } from './sizes'

interface CellViewProps {
  readonly id: string
  readonly cell: CellLayout
  readonly role: LaneRole
  readonly column: number
  readonly x: number
  readonly isFar: boolean
  readonly label: string
}

/** The cards of one cell. */
export const CellView = memo(
  function CellView({ id, cell, role, column, x, isFar, label }: CellViewProps): JSX.Element {
    const count = cell.boxes.length
    return (
      <div
        role="gridcell"
        className="cell"
        id={id}
        aria-colindex={column + 2}
        aria-label={count === 0 ? words('canvas.emptyCell', { label }) : label}
      >
        {cell.boxes.map((box, index) => (
          <CardView
            key={box.card.id}
            box={box}
            role={role}
            x={x + sizes.cellPadding}
            isFar={isFar}
            position={index + 1}
            count={count}
          />
        ))}
      </div>
    )
  },
)
