import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Link } from '@backstage/ui';
import type { ReviewAnswer } from '@linchpin/backstage-plugin-incidents-common';
import { useState } from 'react';
import { Markdown } from '../../../elements/Markdown';
import { PersonName } from '../../../elements/names';
import { useInstantFormat } from '../../../elements/time';
import { incidentsReviewsTranslationRef } from '../../../translations/reviews';
import { MeetingDialog } from '../dialogs/MeetingDialog';
import { Part } from './Part';
import classes from './Part.module.css';
import { useTakeOut } from './useTakeOut';

/** When it is talked about, what of it, and with whom. */
export const MeetingPart = (props: { review: ReviewAnswer }) => {
  const { t } = useTranslationRef(incidentsReviewsTranslationRef);
  const format = useInstantFormat();
  const { review } = props;
  const { meeting, meetingDueAt, viewer } = review;
  const takeOut = useTakeOut(review);
  const [isPlanning, setPlanning] = useState(false);
  const mayPlan = viewer.commands.includes('plan-meeting');
  return (
    <Part
      id="meeting"
      title={t('meeting')}
      action={
        mayPlan && (
          <span className={classes.tools}>
            {meeting && (
              <Button
                size="small"
                variant="tertiary"
                onPress={() => takeOut({ type: 'cancel-meeting' })}
              >
                {t('cancel-meeting')}
              </Button>
            )}
            <Button
              size="small"
              variant="secondary"
              onPress={() => setPlanning(true)}
            >
              {t(meeting ? 'move-meeting' : 'plan-meeting')}
            </Button>
          </span>
        )
      }
    >
      {meeting && (
        <>
          <p className={classes.what}>
            <time dateTime={meeting.at} title={format.utc(meeting.at)}>
              {format.weekday(meeting.at)}, {format.full(meeting.at)}
            </time>
            {meeting.link && (
              <>
                {' · '}
                <Link href={meeting.link} standalone>
                  {t('meetingLink')}
                </Link>
              </>
            )}
          </p>
          {meeting.agenda && <Markdown text={meeting.agenda} />}
          <ul className={classes.people}>
            {meeting.attendees.map(person => (
              <li key={person.ref}>
                <PersonName person={person} />
              </li>
            ))}
          </ul>
          <p className={classes.second}>{t('meetingReminder')}</p>
        </>
      )}
      {!meeting && (
        <p className={classes.nothing}>
          {meetingDueAt
            ? t('noMeetingUntil', { day: format.day(meetingDueAt) })
            : t('noMeeting')}
        </p>
      )}
      {isPlanning && (
        <MeetingDialog review={review} onClose={() => setPlanning(false)} />
      )}
    </Part>
  );
};
