import { useCanvas } from '../canvas-store'
import { levelOf } from '../view'
import { Card } from './card'

/** The cards that are in the DOM. */
export function CardsLayer() {
  const mounted = useCanvas(state => state.mounted)
  const scene = useCanvas(state => state.scene)
  const level = useCanvas(state => levelOf(state.view.zoom))
  return mounted.map(id => {
    const card = scene.card(id)
    return card && <Card key={id} card={card} level={level} />
  })
}
