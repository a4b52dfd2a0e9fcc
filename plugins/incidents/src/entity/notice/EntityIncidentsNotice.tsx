import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { IncidentsSurface } from '../../api/IncidentsSurface';
import { useEntityCard } from '../../api/queries';
import { DependencyNotices } from './DependencyNotices';
import classes from './EntityIncidentsNotice.module.css';

/** The notice for the overview: nothing at all unless a dependency is in trouble. */
export const EntityIncidentsNotice = () => (
  <IncidentsSurface>
    <NoticeOfEntity />
  </IncidentsSurface>
);

const NoticeOfEntity = () => {
  const { entity } = useEntity();
  const { data } = useEntityCard(stringifyEntityRef(entity));
  return data && data.dependencies.length > 0 ? (
    <div className={classes.notice}>
      <DependencyNotices
        entity={data.entity.title}
        dependencies={data.dependencies}
      />
    </div>
  ) : null;
};
