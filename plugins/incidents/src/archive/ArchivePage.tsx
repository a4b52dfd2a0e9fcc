import { useNow } from '../elements/now';
import { ArchiveTable } from './ArchiveTable';
import { ArchiveToolbar } from './ArchiveToolbar';
import { MyReports } from './reports/MyReports';
import { useArchiveFilter } from './useArchiveFilter';

/** Every incident that I may see; what I reported as a reporter wants to read it. */
export const ArchivePage = () => {
  const filter = useArchiveFilter(useNow());
  return (
    <>
      <ArchiveToolbar filter={filter} />
      {filter.mine === 'reported' ? (
        <MyReports filter={filter} />
      ) : (
        <ArchiveTable filter={filter} />
      )}
    </>
  );
};
