import type { Extension } from '@codemirror/state'
import { hoverTooltip } from '@codemirror/view'
import { fieldAt } from '../../shared/kinds/completion/describe'
import { typeWord } from '../../shared/kinds/completion/type-word'
import type { KindLookup } from '../../shared/kinds/kind-lookup'
import type { FieldSchema } from '../../shared/kinds/schemas/walk'

/** What the schema of its kind says of the field under the pointer: its type, default, choices and description. */
export function fieldHover(kinds: () => KindLookup): Extension {
  return hoverTooltip(async (view, pos) => {
    const text = view.state.doc.toString()
    const place = fieldAt(text, pos)
    if (!place) return null
    const schema = await kinds().schemaOf(place.apiVersion, place.kind)
    const field = schema?.at(place.path)
    if (!field) return null
    return {
      pos: place.from,
      end: place.to,
      above: true,
      create: () => ({ dom: description(place.path.at(-1) ?? '', field) }),
    }
  })
}

function description(name: string, { schema, required }: FieldSchema): HTMLElement {
  const box = document.createElement('div')
  box.className = 'cm-field-help'
  const head = box.appendChild(document.createElement('div'))
  head.className = 'cm-field-head'
  const title = head.appendChild(document.createElement('strong'))
  title.textContent = name
  head.append(` ${[typeWord(schema), required ? 'required' : ''].filter(word => word !== '').join(', ')}`)
  const facts = [
    schema.default === undefined ? '' : `Default: ${printed(schema.default)}`,
    schema.enum ? `One of: ${schema.enum.map(printed).join(', ')}` : '',
  ]
  for (const text of [...facts, schema.description ?? ''].filter(each => each !== '')) {
    const line = box.appendChild(document.createElement('p'))
    line.textContent = text
  }
  return box
}

function printed(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
