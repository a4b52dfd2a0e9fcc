import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import {
  isSamePath,
  Outlet,
  useIncidentsPaths,
  usePathname,
} from '../navigation/navigation';
import { incidentsLayoutTranslationRef } from '../translations/layout';
import classes from './ReviewsLayout.module.css';

const VIEWS = ['reviews', 'actions', 'followThrough'] as const;

/** What was learnt, what is done about it, and whether it was: one room, three views. */
export const ReviewsLayout = () => {
  const { t } = useTranslationRef(incidentsLayoutTranslationRef);
  const paths = useIncidentsPaths();
  const pathname = usePathname();
  return (
    <>
      <nav className={classes.views} aria-label={t('reviewsViews')}>
        {VIEWS.map(view => (
          <Link
            key={view}
            href={paths[view]}
            standalone
            className={classes.view}
            aria-current={
              isSamePath(pathname, paths[view]) ? 'page' : undefined
            }
          >
            {t(`view_${view}`)}
          </Link>
        ))}
      </nav>
      <Outlet />
    </>
  );
};
