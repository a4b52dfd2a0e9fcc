import { isOpenAction } from '../../actions/vocabulary';
import type {
  DocumentAction,
  DocumentOptions,
  DocumentPart,
  DocumentSource,
} from './content';
import { dayWords, NONE, unbroken } from './values';
import { DOCUMENT_WORDS } from './words';

/** What is done about it; what is not done is for us alone. */
export function actionPart(
  { actions }: DocumentSource,
  { audience, language }: DocumentOptions,
): DocumentPart {
  const { headings, columns, actionStatuses, noActions, overdue } =
    DOCUMENT_WORDS[language];
  const isInternal = audience === 'internal';
  const shown = actions
    .filter(({ status }) => isInternal || status !== 'wont-do')
    .sort(byDueDay);
  return {
    title: headings.actions,
    blocks: [
      shown.length > 0
        ? {
            kind: 'table',
            head: [
              columns.action,
              ...(isInternal ? [columns.responsible] : []),
              columns.due,
              columns.state,
            ],
            rows: shown.map(action => [
              isInternal
                ? `${unbroken(action.number)} ${action.title}`
                : action.title,
              ...(isInternal ? [unbroken(action.responsible ?? NONE)] : []),
              dayWords(action.dueOn, language),
              unbroken(
                action.overdue
                  ? overdue(actionStatuses[action.status])
                  : actionStatuses[action.status],
              ),
            ]),
          }
        : { kind: 'note', text: noActions },
    ],
  };
}

/** What there is still to do first, by the day it is due; what nobody does at the end. */
function byDueDay(a: DocumentAction, b: DocumentAction): number {
  return (
    placeOf(a) - placeOf(b) ||
    a.dueOn.localeCompare(b.dueOn) ||
    a.number.localeCompare(b.number, undefined, { numeric: true })
  );
}

function placeOf({ status }: DocumentAction): number {
  if (isOpenAction(status)) {
    return 0;
  }
  return status === 'wont-do' ? 2 : 1;
}
