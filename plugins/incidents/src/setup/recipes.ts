/** How a sender may show its integration key. */
export type KeyForm = 'bearer' | 'basic' | 'url';

export const KEY_FORMS: readonly KeyForm[] = ['bearer', 'basic', 'url'];

/** The part of `alertmanager.yml` that sends to this portal with a token of it. */
export function receiverConfig(intakeUrl: string): string {
  return receiver(ofSource(intakeUrl, 'alertmanager'), [
    'authorization:',
    '  credentials_file: incidents-token',
  ]);
}

/**
 * What a sender has to know that has an integration key: of Alertmanager the part
 * of `alertmanager.yml`, of a pipeline the command that tells of a deployment, of
 * others the request.
 *
 * @param url - where it posts to
 */
export function keyConfig(
  source: string,
  url: string,
  secret: string,
  form: KeyForm,
): string {
  switch (source) {
    case 'alertmanager':
      return receiverWithKey(url, secret, form);
    case 'changes':
      return firstChange(url, secret, form);
    default:
      return request(url, secret, form);
  }
}

function receiverWithKey(url: string, secret: string, form: KeyForm): string {
  switch (form) {
    case 'bearer':
      return receiver(url, ['authorization:', `  credentials: "${secret}"`]);
    case 'basic':
      return receiver(url, [
        'basic_auth:',
        '  username: alertmanager',
        `  password: "${secret}"`,
      ]);
    default:
      return receiver(`${url}/${secret}`);
  }
}

/** Tells of a deployment, as the last step of a pipeline. */
function firstChange(url: string, secret: string, form: KeyForm): string {
  const change = {
    kind: 'deployment',
    entityRef: 'component:default/my-service',
    title: 'my-service 1.0',
    version: '1.0',
    source: 'my-pipeline',
    sourceId: '1',
  };
  const shown: Record<KeyForm, string> = {
    bearer: `-H 'Authorization: Bearer ${secret}' '${url}'`,
    basic: `-u 'any-name:${secret}' '${url}'`,
    url: `'${url}/${secret}'`,
  };
  return `curl --fail-with-body ${shown[form]} \\
  -H 'Content-Type: application/json' \\
  -d '${JSON.stringify(change, null, 2).replaceAll('\n', '\n  ')}'
`;
}

/** Sends one alert as Alertmanager would. Source: Alertmanager documentation, webhook version 4. */
export function firstAlert(intakeUrl: string): string {
  const message = {
    version: '4',
    groupKey: '{}:{}',
    status: 'firing',
    receiver: 'portal',
    groupLabels: {},
    commonLabels: {},
    commonAnnotations: {},
    externalURL: '',
    alerts: [
      {
        status: 'firing',
        labels: {
          alertname: 'FirstAlert',
          service: 'my-service',
          severity: 'warning',
        },
        annotations: { summary: 'A first alert' },
        startsAt: '2026-01-01T00:00:00Z',
        endsAt: '0001-01-01T00:00:00Z',
        generatorURL: '',
        fingerprint: 'f157a1e27c0ffee0',
      },
    ],
  };
  return `curl -H "Authorization: Bearer $TOKEN" \\
  -H 'Content-Type: application/json' \\
  '${ofSource(intakeUrl, 'alertmanager')}' \\
  -d '${JSON.stringify(message)}'
`;
}

function receiver(url: string, httpConfig: readonly string[] = []): string {
  return [
    'receivers:',
    '  - name: portal',
    '    webhook_configs:',
    `      - url: "${url}"`,
    '        send_resolved: true',
    ...(httpConfig.length > 0 ? ['        http_config:'] : []),
    ...httpConfig.map(line => `          ${line}`),
    '',
  ].join('\n');
}

function request(url: string, secret: string, form: KeyForm): string {
  switch (form) {
    case 'bearer':
      return `POST ${url}\nAuthorization: Bearer ${secret}\n`;
    case 'basic':
      return `POST ${url}\nAuthorization: Basic base64("any-name:${secret}")\n`;
    default:
      return `POST ${url}/${secret}\n`;
  }
}

/** Each source has an address of its own beneath the intake. */
function ofSource(intakeUrl: string, source: string): string {
  return `${intakeUrl}/${source}`;
}
