import { parseEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Setup } from '@linchpin/backstage-plugin-incidents-common';
import { EntityName } from '../elements/names';
import { incidentsSetupTranslationRef } from '../translations/setup';
import { Nothing, SetupCard } from './SetupCard';
import classes from './table.module.css';

/** Whose incidents would reach nobody, or somebody else than meant. */
export const WithoutOwnerCard = (props: {
  withoutOwner: Setup['withoutOwner'];
}) => {
  const { t } = useTranslationRef(incidentsSetupTranslationRef);
  const { total, items } = props.withoutOwner;
  return (
    <SetupCard title={t('withoutOwner')} count={total}>
      {items.length === 0 ? (
        <Nothing>{t('withoutOwnerEmpty')}</Nothing>
      ) : (
        <>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('entity')}</th>
                <th scope="col">{t('why')}</th>
                <th scope="col">{t('goesTo')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map(({ entity, why, ownerRef, goesTo }) => (
                <tr key={entity.ref}>
                  <td>
                    <EntityName entity={entity} />
                  </td>
                  <td>{t(`why_${why}`, { owner: nameOf(ownerRef) })}</td>
                  <td>
                    {goesTo ? (
                      <EntityName entity={goesTo} />
                    ) : (
                      <span className={classes.warning}>{t('unrouted')}</span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {total > items.length && (
            <p className={classes.note}>
              {t('more', { count: total - items.length })}
            </p>
          )}
        </>
      )}
    </SetupCard>
  );
};

function nameOf(ref: string | null): string {
  return ref ? parseEntityRef(ref).name : '';
}
