import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  ButtonIcon,
  ButtonLink,
  Menu,
  MenuItem,
  MenuTrigger,
} from '@backstage/ui';
import type {
  ReviewAnswer,
  ReviewCommandType,
} from '@linchpin/backstage-plugin-incidents-common';
import { RiMoreLine } from '@remixicon/react';
import { type ComponentType, useState } from 'react';
import { useIncidentsPaths } from '../../navigation/navigation';
import { incidentsReviewsTranslationRef } from '../../translations/reviews';
import { OwnerDialog } from './dialogs/OwnerDialog';
import { SendBackDialog, WaiveDialog } from './dialogs/ReasonDialog';
import { isBegun } from '../standing';
import { useReviewCommands } from '../useReviewCommands';

/** The acts of the course of a review, the one to do next first. */
const COURSE = ['start', 'hand-in', 'approve'] as const;

const DIALOGS = {
  'send-back': SendBackDialog,
  'assign-owner': OwnerDialog,
  waive: WaiveDialog,
} as const satisfies Partial<
  Record<
    ReviewCommandType,
    ComponentType<{ review: ReviewAnswer; onClose: () => void }>
  >
>;

type Asking = keyof typeof DIALOGS;

/** The one thing to do next, the document, and the rest. */
export const HeadActions = (props: { review: ReviewAnswer }) => {
  const { t } = useTranslationRef(incidentsReviewsTranslationRef);
  const paths = useIncidentsPaths();
  const { review } = props;
  const { incident, viewer, gate, status } = review;
  const { perform, isPending } = useReviewCommands(incident);
  const [asked, ask] = useState<Asking>();
  const next = COURSE.find(type => viewer.commands.includes(type));
  const inMenu = (['assign-owner', 'waive'] as const).filter(type =>
    viewer.commands.includes(type),
  );
  const Dialog = asked && DIALOGS[asked];
  return (
    <>
      {isBegun(status) && (
        <ButtonLink
          variant={next ? 'secondary' : 'primary'}
          href={paths.reviewDocument(incident.number)}
        >
          {t('toDocument')}
        </ButtonLink>
      )}
      {viewer.commands.includes('send-back') && (
        <Button variant="secondary" onPress={() => ask('send-back')}>
          {t('send-back')}
        </Button>
      )}
      {next && (
        <Button
          variant="primary"
          isPending={isPending}
          isDisabled={next !== 'start' && gate.some(({ met }) => !met)}
          onPress={() =>
            perform(
              { type: next },
              next === 'approve' ? review.version : undefined,
            )
          }
        >
          {t(next)}
        </Button>
      )}
      {inMenu.length > 0 && (
        <MenuTrigger>
          <ButtonIcon
            variant="secondary"
            aria-label={t('more')}
            icon={<RiMoreLine />}
          />
          <Menu placement="bottom end">
            {inMenu.map(type => (
              <MenuItem key={type} onAction={() => ask(type)}>
                {t(type)}
              </MenuItem>
            ))}
          </Menu>
        </MenuTrigger>
      )}
      {Dialog && <Dialog review={review} onClose={() => ask(undefined)} />}
    </>
  );
};
