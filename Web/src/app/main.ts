import { startMap } from './map'
import { startPanel } from './panel'
import { startTheme } from './theme'

startTheme()
startPanel()
startMap()
