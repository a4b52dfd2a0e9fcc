/** An entity of the default namespace, as the catalog has it. */
export function entity(
  kind: string,
  name: string,
  relations: { type: string; targetRef: string }[],
) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    spec: {
      type: 'x',
      children: [],
      owner: 'payments',
      lifecycle: 'production',
    },
    relations,
  };
}
