import type { Check } from './check'
import { checkedPodOf, refused } from './refused'

/** A container that says no image. */
export const containerWithoutImage: Check = ({ object }) =>
  (checkedPodOf(object)?.containers ?? [])
    .filter(({ container }) => (container['image'] ?? '') === '')
    .map(({ path, container }) =>
      refused(
        'container-without-image',
        path,
        `Container ${String(container['name'] ?? '')} has no image`,
        'Give it the image to run.',
      ),
    )
