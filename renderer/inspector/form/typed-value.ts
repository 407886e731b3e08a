import type { Schema } from '../../../shared/kinds/schemas/schema'
import { formatComplaint, typeComplaint } from '../../../shared/kinds/schemas/value-complaints'
import { BigInteger } from '../../../shared/yaml/plain'
import type { PlainValue } from '../../../shared/yaml/plain'

/** What a typed text is as a value of a field, or why it is none. */
export type Typed = { readonly ok: true; readonly value: PlainValue } | { readonly ok: false; readonly message: string }

/**
 * Reads what was typed into a field as the field's schema means it. `before` decides where the schema leaves it open: a
 * number stays a number, a text that looks like one stays text.
 */
export function typedValue(schema: Schema, text: string, before: PlainValue | undefined): Typed {
  const value = valueOf(schema, text, before)
  const complaint = typeComplaint(schema, value) ?? formatComplaint(schema, value)
  return complaint === null ? { ok: true, value } : { ok: false, message: asSentence(complaint) }
}

/** A scalar as it is shown in a field. */
export function shownText(value: PlainValue | undefined): string {
  if (value === undefined || value === null) return ''
  return value instanceof BigInteger || typeof value !== 'object' ? String(value) : JSON.stringify(value)
}

/** A complaint as the words under a field. */
export function asSentence(complaint: string): string {
  return complaint.charAt(0).toUpperCase() + complaint.slice(1)
}

function valueOf(schema: Schema, text: string, before: PlainValue | undefined): PlainValue {
  const typed = text.trim()
  switch (schema.type) {
    case 'string':
      return text
    case 'boolean':
      return booleanOf(typed) ?? text
    case 'integer':
    case 'number':
      return numberOf(typed) ?? text
    case 'int-or-string':
      return numberOf(typed) ?? typed
    case 'quantity':
      return (typeof before === 'string' ? null : numberOf(typed)) ?? typed
    default:
      if (typeof before === 'boolean') return booleanOf(typed) ?? text
      return (typeof before === 'string' ? null : numberOf(typed)) ?? text
  }
}

function booleanOf(text: string): boolean | null {
  return text === 'true' ? true : text === 'false' ? false : null
}

function numberOf(text: string): number | BigInteger | null {
  if (/^-?(0|[1-9]\d*)$/.test(text)) {
    const number = Number(text)
    return Number.isSafeInteger(number) ? number : new BigInteger(text)
  }
  return /^-?(0|[1-9]\d*)\.\d{1,15}$/.test(text) ? Number(text) : null
}
