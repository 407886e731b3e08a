import '@fontsource-variable/inter'
import '@fontsource-variable/jetbrains-mono'
import '../../../renderer/ui/tokens.css'
import '../../../renderer/ui/base.css'
import { createRoot } from 'react-dom/client'
import { generateDesign } from './generate-design'
import { PlainFlow } from './plain-flow'
import { TrialCanvas } from './trial-canvas'

/** `?n=5000&theme=light&way=flow`: the canvas, or plain React Flow, with a generated design of so many objects. */
const query = new URLSearchParams(location.search)
const objects = generateDesign(Number(query.get('n') ?? 200))
const theme = query.get('theme') === 'light' ? 'light' : 'dark'
document.documentElement.dataset['theme'] = theme
performance.mark('start')
createRoot(document.getElementById('root')!).render(
  query.get('way') === 'flow' ? <PlainFlow objects={objects} /> : <TrialCanvas first={objects} theme={theme} />,
)
