import { useCanvas } from '../canvas-store'
import { Card } from './card'

/** The cards that are in the DOM. */
export function CardsLayer() {
  const mounted = useCanvas(state => state.mounted)
  const scene = useCanvas(state => state.scene)
  return Array.from(mounted, ([id, level]) => {
    const card = scene.card(id)
    return card && <Card key={id} card={card} level={level} />
  })
}
