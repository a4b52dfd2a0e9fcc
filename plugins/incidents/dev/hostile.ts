import type { FakeIncidentsApi } from './FakeIncidentsApi';

/** What would leave a mark if anything of a text became more than text. */
export const RUN = 'window.hostile=1';

const MARKUP = `<img src=x onerror="${RUN}"><script>${RUN}</script><svg onload="${RUN}"></svg>`;

/** Every way in which Markdown has led to a script somewhere. */
const MARKDOWN = [
  MARKUP,
  `<iframe srcdoc="<script>parent.${RUN}</script>"></iframe>`,
  `<a href="javascript:${RUN}">tag</a>`,
  `[link](javascript:${RUN}) [sly](  JaVaScRiPt:${RUN}) [tab](java&#9;script:${RUN})`,
  `[data](data:text/html,<script>${RUN}</script>) ![image](javascript:${RUN})`,
  `<javascript:${RUN}> [named][it]`,
  `[it]: javascript:${RUN} "${MARKUP}"`,
].join('\n\n');

/** What people, catalogs and senders word as they like. */
const WORDED = new Set([
  ...['title', 'name', 'ownerTitle', 'entityTitle', 'error', 'detail'],
  ...['excerpt', 'text', 'note', 'action', 'workaround', 'description'],
  ...['symptom', 'alertname', 'alert', 'service', 'job', 'app', 'version'],
]);

/** An API whose every answer is worded by somebody who means harm. */
export function hostile(api: FakeIncidentsApi): FakeIncidentsApi {
  return new Proxy(api, {
    get(target, property) {
      const member: unknown = Reflect.get(target, property, target);
      return typeof member === 'function'
        ? (...args: unknown[]) => {
            const answer: unknown = member.apply(target, args);
            return answer instanceof Promise ? answer.then(worded) : answer;
          }
        : member;
    },
  });
}

function worded(value: unknown, field = ''): unknown {
  if (typeof value === 'string') {
    return WORDED.has(field) ? `${value} ${MARKDOWN}` : value;
  }
  if (Array.isArray(value)) {
    return value.map(item => worded(item, field));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [
        name,
        // Of an update these are words, of an incident levels.
        worded(part, 'action' in value && name === 'impact' ? 'text' : name),
      ]),
    );
  }
  return value;
}

/** Everything in a document that a text has become beside text. */
export function tracesIn(document: Document): string[] {
  return [...document.querySelectorAll('*')]
    .filter(
      element =>
        ['SCRIPT', 'IFRAME', 'OBJECT', 'EMBED'].includes(element.tagName) ||
        [...element.attributes].some(isTrace),
    )
    .map(element => element.outerHTML.slice(0, 200));
}

function isTrace({ name, value }: Attr): boolean {
  const isAddress = ['href', 'src', 'action', 'formaction', 'xlink:href'];
  const address = value.replace(/\s/g, '').toLowerCase();
  return (
    name.startsWith('on') ||
    name === 'srcdoc' ||
    (isAddress.includes(name) &&
      (/^(javascript|data:text)/.test(address) || address === 'x'))
  );
}
