import { cardCommands } from './cardCommands'
import type { CanvasTools } from './canvasTools'
import { moveCommands } from './moveCommands'
import type { Command } from './registry'
import { structureCommands } from './structureCommands'
import { viewCommands } from './viewCommands'

/** Everything the canvas can do. Where two commands share a key, the first that can run now is meant. */
export const canvasCommands = (
  tools: CanvasTools,
): readonly Command[] => [
  ...moveCommands(tools),
  ...cardCommands(tools),
  ...structureCommands(tools),
  ...viewCommands(tools),
]
