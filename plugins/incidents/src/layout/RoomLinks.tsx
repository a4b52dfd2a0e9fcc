import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Link } from '@backstage/ui';
import {
  keyManagePermission,
  setupReadPermission,
} from '@linchpin/backstage-plugin-incidents-common';
import type { PropsWithChildren } from 'react';
import { useDecisionCount, useSetup } from '../api/queries';
import { useNow } from '../elements/now';
import {
  isSamePath,
  useIncidentsPaths,
  usePathname,
} from '../navigation/navigation';
import { thingsToMend } from '../setup/checks';
import { incidentsLayoutTranslationRef } from '../translations/layout';
import classes from './RoomLinks.module.css';

/**
 * The rooms of the page. Links with the look of the platform's tabs: its tabs
 * promise panels, and each room has an address of its own.
 */
export const RoomLinks = () => {
  const { t } = useTranslationRef(incidentsLayoutTranslationRef);
  const paths = useIncidentsPaths();
  const maySetup = usePermission({ permission: setupReadPermission }).allowed;
  const mayKeys = usePermission({ permission: keyManagePermission }).allowed;
  const decisions = useDecisionCount();
  const setup = useSetup({ enabled: maySetup }).data;
  const now = useNow();
  const toMend = setup ? thingsToMend(setup, now) : 0;
  return (
    <nav className={classes.rooms} aria-label={t('rooms')}>
      <RoomLink path={paths.inbox}>
        {t('inbox')}
        <Count count={decisions} title={t('toDecide', { count: decisions })} />
      </RoomLink>
      <RoomLink path={paths.live}>{t('live')}</RoomLink>
      <RoomLink path={paths.archive}>{t('all')}</RoomLink>
      <RoomLink path={paths.reviews}>{t('reviews')}</RoomLink>
      <RoomLink path={paths.insights}>{t('insights')}</RoomLink>
      {(maySetup || mayKeys) && (
        <RoomLink path={paths.setup}>
          {t('setup')}
          <Count count={toMend} title={t('toMend', { count: toMend })} />
        </RoomLink>
      )}
    </nav>
  );
};

const RoomLink = (props: PropsWithChildren<{ path: string }>) => {
  const pathname = usePathname();
  const { inbox } = useIncidentsPaths();
  const isOpen =
    isSamePath(pathname, props.path) ||
    (props.path !== inbox && pathname.startsWith(`${props.path}/`));
  return (
    <Link
      href={props.path}
      standalone
      className={classes.room}
      aria-current={isOpen ? 'page' : undefined}
    >
      {props.children}
    </Link>
  );
};

const Count = (props: { count: number; title: string }) =>
  props.count > 0 ? (
    <span className={classes.count} title={props.title}>
      {props.count}
    </span>
  ) : null;
