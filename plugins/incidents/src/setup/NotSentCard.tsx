import {
  toastApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type {
  NamedRef,
  Setup,
} from '@linchpin/backstage-plugin-incidents-common';
import { RiMailLine, RiNotification3Line } from '@remixicon/react';
import { reasonOf } from '../api/errors';
import { useResend } from '../api/mutations';
import { Instant } from '../elements/Instant';
import { EntityName } from '../elements/names';
import { IncidentLink } from '../incident/IncidentLink';
import { incidentsSetupTranslationRef } from '../translations/setup';
import entries from './entries.module.css';
import classes from './NotSentCard.module.css';
import { Nothing, SetupCard } from './SetupCard';

/** Messages that were given up, to be sent again. */
export const NotSentCard = (props: {
  notSent: Setup['notSent'];
  mayManage: boolean;
}) => {
  const { t } = useTranslationRef(incidentsSetupTranslationRef);
  const toasts = useApi(toastApiRef);
  const { notSent, mayManage } = props;
  const resend = useResend();
  const sendAgain = (ids: string[]) =>
    resend.mutate(ids, {
      onSuccess: ({ resent }) =>
        toasts.post({
          title: t('resent', { count: resent }),
          timeout: 5_000,
        }),
      onError: error =>
        toasts.post({ title: reasonOf(error), status: 'danger' }),
    });
  return (
    <SetupCard
      title={t('notSent')}
      count={notSent.length}
      action={
        mayManage &&
        notSent.length > 1 && (
          <Button
            size="small"
            variant="secondary"
            isPending={resend.isPending}
            onPress={() => sendAgain(notSent.map(({ id }) => id))}
          >
            {t('sendAllAgain')}
          </Button>
        )
      }
    >
      {notSent.length === 0 && <Nothing>{t('notSentEmpty')}</Nothing>}
      <ul className={entries.list}>
        {notSent.map(message => (
          <li key={message.id} className={classes.message}>
            {message.kind === 'page' ? (
              <RiNotification3Line size={16} aria-hidden="true" />
            ) : (
              <RiMailLine size={16} aria-hidden="true" />
            )}
            <span>
              <About message={message} />
            </span>
            <span className={classes.why}>
              {t('gaveUp', {
                error: message.error,
                count: message.attempts,
              })}{' '}
              <Instant at={message.gaveUpAt} />
            </span>
            {mayManage && (
              <Button
                size="small"
                variant="tertiary"
                className={classes.again}
                isDisabled={resend.isPending}
                onPress={() => sendAgain([message.id])}
              >
                {t('sendAgain')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </SetupCard>
  );
};

/** Which incident and who; of a private one only that there is something. */
const About = (props: { message: Setup['notSent'][number] }) => {
  const { t } = useTranslationRef(incidentsSetupTranslationRef);
  const { kind, incident, recipient } = props.message;
  if (!incident || !recipient) {
    return <>{t('notSentPrivate')}</>;
  }
  return t(`notSent_${kind}`, {
    number: <IncidentLink number={incident.number} />,
    name: <Recipient recipient={recipient} />,
  });
};

/** Somebody of the catalog, or a channel, which has no page. */
const Recipient = (props: { recipient: NamedRef }) =>
  props.recipient.ref ? (
    <EntityName entity={props.recipient} />
  ) : (
    <>{props.recipient.title}</>
  );
