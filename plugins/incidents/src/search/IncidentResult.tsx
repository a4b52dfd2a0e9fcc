import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ResultHighlight } from '@backstage/plugin-search-common';
import { HighlightedSearchResultText } from '@backstage/plugin-search-react';
import { Link } from '@backstage/ui';
import type { IndexedIncident } from '@linchpin/backstage-plugin-incidents-common';
import type { ReactNode } from 'react';
import { PriorityMark } from '../elements/PriorityMark';
import { StatusMark } from '../elements/StatusMark';
import '../elements/tokens.module.css';
import { useInstantFormat } from '../elements/time';
import { incidentsSearchTranslationRef } from '../translations/search';
import classes from './IncidentResult.module.css';

/** As the search page hands it on; the document is of the type that the extension asks for. */
interface ResultProps {
  result?: object;
  highlight?: ResultHighlight;
}

/** An incident that was found: what it is, how it stood when it was indexed, and the words that matched. */
export const IncidentResult = ({ result, highlight }: ResultProps) => {
  const found = asIndexed(result);
  return (
    found && (
      <Found found={found} highlight={highlight}>
        <StatusMark incident={{ status: found.status, onHold: null }} />
      </Found>
    )
  );
};

/** The same for the review of one. */
export const ReviewResult = ({ result, highlight }: ResultProps) => {
  const { t } = useTranslationRef(incidentsSearchTranslationRef);
  const found = asIndexed(result);
  return (
    found && (
      <Found found={found} highlight={highlight}>
        <span>{t('review')}</span>
      </Found>
    )
  );
};

const Found = (props: {
  found: IndexedIncident;
  highlight?: ResultHighlight;
  children: ReactNode;
}) => {
  const { found, highlight } = props;
  const format = useInstantFormat();
  const { entity, owner, declaredAt } = found;
  return (
    <div className={classes.result}>
      <PriorityMark priority={found.priority} />
      <div className={classes.words}>
        <Link
          href={found.location}
          standalone
          color="primary"
          className={classes.name}
        >
          <Matched of={found} field="title" highlight={highlight} />
        </Link>
        <div className={classes.second}>
          {props.children}
          {entity && <span>{entity}</span>}
          {owner && <span>{owner}</span>}
          <time dateTime={declaredAt} title={format.utc(declaredAt)}>
            {format.date(declaredAt)}
          </time>
        </div>
        <p className={classes.text}>
          <Matched of={found} field="text" highlight={highlight} />
        </p>
      </div>
    </div>
  );
};

/** A field with what matched in it marked. */
const Matched = (props: {
  of: IndexedIncident;
  field: 'title' | 'text';
  highlight?: ResultHighlight;
}) => {
  const { highlight, field } = props;
  const text = highlight?.fields[field];
  return highlight && text ? (
    <HighlightedSearchResultText
      text={text}
      preTag={highlight.preTag}
      postTag={highlight.postTag}
    />
  ) : (
    <>{props.of[field]}</>
  );
};

function asIndexed(result: object | undefined): IndexedIncident | null {
  return result ? (result as IndexedIncident) : null;
}
