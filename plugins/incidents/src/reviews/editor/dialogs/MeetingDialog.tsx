import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Tag, TagGroup, TextAreaField, TextField } from '@backstage/ui';
import type {
  NamedRef,
  ReviewAnswer,
} from '@linchpin/backstage-plugin-incidents-common';
import { useState } from 'react';
import { FormDialog, MomentField, UserPicker } from '../../../commands';
import { nextMorning } from '../../../commands/fields/moments';
import { useNow } from '../../../elements/now';
import { useInstantFormat } from '../../../elements/time';
import { incidentsActionsTranslationRef } from '../../../translations/actions';
import { incidentsReviewsTranslationRef } from '../../../translations/reviews';
import { useReviewForm } from '../useReviewForm';

/** When it is talked about, what of it, and with whom. */
export const MeetingDialog = (props: {
  review: ReviewAnswer;
  onClose: () => void;
}) => {
  const { t } = useTranslationRef(incidentsReviewsTranslationRef);
  const { t: action } = useTranslationRef(incidentsActionsTranslationRef);
  const { incident, meeting, responders } = props.review;
  const [opened] = useState(useNow());
  const mornings = useMornings(opened);
  const [at, setAt] = useState<string | undefined>(
    meeting?.at ?? mornings[0].at,
  );
  const [agenda, setAgenda] = useState(meeting?.agenda ?? t('usualAgenda'));
  const [link, setLink] = useState(meeting?.link ?? '');
  const [attendees, setAttendees] = useState<readonly NamedRef[]>(
    meeting?.attendees ?? responders,
  );
  const form = useReviewForm(incident, props.onClose);
  const submit = () =>
    at
      ? form.submit({
          type: 'plan-meeting',
          at,
          agenda: agenda.trim() || undefined,
          link: link.trim() || undefined,
          attendees: attendees.map(({ ref }) => ref),
        })
      : form.refuse('at', t('sayWhen'));
  const add = (ref: string | null) =>
    ref &&
    setAttendees(known =>
      known.some(each => each.ref === ref)
        ? known
        : [...known, { ref, title: ref.split('/')[1] }],
    );
  return (
    <FormDialog
      title={t('plan-meeting_title', { number: incident.number })}
      submit={t('plan-meeting')}
      isPending={form.isPending}
      problem={form.problemBeside(['at', 'agenda', 'link'])}
      onSubmit={submit}
      onClose={props.onClose}
    >
      <MomentField
        label={t('when')}
        presets={mornings}
        initial={meeting ? 'other' : mornings[0].id}
        value={at}
        onChange={setAt}
        problem={form.problemOf('at')}
      />
      <TextAreaField
        {...form.field('agenda')}
        label={t('agenda')}
        rows={4}
        value={agenda}
        onChange={setAgenda}
      />
      <TextField
        {...form.field('link')}
        label={t('meetingLink')}
        secondaryLabel={t('optional')}
        type="url"
        value={link}
        onChange={setLink}
      />
      <UserPicker
        label={t('attendees')}
        description={t('attendeesHint')}
        placeholder={action('searchPeople')}
        value={null}
        onChange={add}
      />
      {attendees.length > 0 && (
        <TagGroup
          aria-label={t('attendees')}
          onRemove={refs =>
            setAttendees(known => known.filter(({ ref }) => !refs.has(ref)))
          }
        >
          {attendees.map(({ ref, title }) => (
            <Tag key={ref} id={ref}>
              {title}
            </Tag>
          ))}
        </TagGroup>
      )}
    </FormDialog>
  );
};

/** The next two mornings of work. */
function useMornings(now: number) {
  const { weekday } = useInstantFormat();
  const first = nextMorning(now, isWorkday);
  const second = nextMorning(Date.parse(first), isWorkday);
  return [first, second].map(at => ({ id: at, label: weekday(at), at }));
}

function isWorkday(date: Date): boolean {
  return date.getDay() !== 0 && date.getDay() !== 6;
}
