import sprite from '../../shared/picture/icons.svg?raw'
import { classes } from './classes'
import css from './icon.module.css'
import type { Family } from '../../shared/kinds/kind-row'

type IconProps = {
  readonly name: string
  readonly size?: 's' | 'm'
  readonly family?: Family
  readonly className?: string
}

/** A symbol of icons.svg, hidden from assistive technology: the word stands beside it or on its button. */
export function Icon({ name, size = 'm', family, className }: IconProps) {
  return (
    <svg
      className={classes(css.icon, size === 's' && css.small, family && css.ofFamily, className)}
      data-family={family}
      aria-hidden="true"
    >
      <use href={`#${name}`} />
    </svg>
  )
}

/** Puts the symbols into the page, once: a `use` of another file would need a request each under the CSP. */
export function IconSprite() {
  return <div className={css.sprite} aria-hidden="true" dangerouslySetInnerHTML={{ __html: sprite }} />
}

/** A kind's icon on its family's tile. */
export function KindTile({ icon, family, size = 'm' }: { icon: string; family: Family; size?: 'm' | 'l' }) {
  return (
    <span className={classes(css.tile, size === 'l' && css.large)} data-family={family}>
      <Icon name={icon} />
    </span>
  )
}

/** The mark of the application. */
export function Brand({ size = 20 }: { readonly size?: number }) {
  return (
    <svg className={css.brand} viewBox="0 0 20 20" width={size} height={size} aria-hidden="true">
      <rect x="1.75" y="1.75" width="16.5" height="16.5" rx="4.75" />
      <circle cx="6.6" cy="12.9" r="1.6" />
      <circle cx="13.4" cy="7.1" r="1.6" />
      <path d="M8.2 12.9h.6a1.5 1.5 0 0 0 1.5-1.5V8.6a1.5 1.5 0 0 1 1.5-1.5" />
    </svg>
  )
}
