import { ToggleGroup } from 'radix-ui'
import css from './segmented.module.css'

type SegmentedProps<T extends string> = {
  readonly label: string
  readonly value: T
  readonly choices: readonly { readonly value: T; readonly label: string }[]
  readonly onChange: (value: T) => void
}

/** One of a few, all seen at once. */
export function Segmented<T extends string>({ label, value, choices, onChange }: SegmentedProps<T>) {
  const choose = (chosen: string) => {
    const choice = choices.find(c => c.value === chosen)
    if (choice) onChange(choice.value)
  }
  return (
    <ToggleGroup.Root type="single" className={css.segmented} aria-label={label} value={value} onValueChange={choose}>
      {choices.map(choice => (
        <ToggleGroup.Item key={choice.value} value={choice.value} className={css.segment}>
          {choice.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  )
}
