import type { InspectorField } from '../kind-row'

/** A field whose label is its path's last name: what a person finds in the YAML is what they read in the inspector. */
export function field(
  path: string,
  input: InspectorField['input'],
  more: Partial<Pick<InspectorField, 'choices' | 'placeholder' | 'label' | 'isSecret' | 'isBase64'>> = {},
): InspectorField {
  return { path, label: lastName(path), input, ...more }
}

export function choice(path: string, ...choices: readonly string[]): InspectorField {
  return field(path, 'choice', { choices })
}

/** The fields of a pod template that people change most; `path` ends at the template, '' for a Pod. */
export function podFields(path: string): readonly InspectorField[] {
  const container = `${path}/spec/containers/*`
  return [
    field(`${container}/name`, 'text'),
    field(`${container}/image`, 'text'),
    field(`${container}/ports/*/containerPort`, 'number'),
    field(`${container}/envFrom`, 'lines'),
    field(`${container}/env/*/value`, 'text'),
    field(`${container}/volumeMounts`, 'lines'),
    field(`${container}/resources/requests/cpu`, 'text', { placeholder: '100m' }),
    field(`${container}/resources/requests/memory`, 'text', { placeholder: '128Mi' }),
    field(`${container}/resources/limits/cpu`, 'text', { placeholder: '500m' }),
    field(`${container}/resources/limits/memory`, 'text', { placeholder: '256Mi' }),
    field(`${path}/spec/initContainers/*/name`, 'text'),
    field(`${path}/spec/initContainers/*/image`, 'text'),
    field(`${path}/spec/serviceAccountName`, 'text', { placeholder: 'default' }),
  ]
}

function lastName(path: string): string {
  const names = path.split('/').filter(name => name !== '*' && name !== '')
  return (names.at(-1) ?? '').replaceAll('~1', '/').replaceAll('~0', '~')
}
