import { Container } from '@backstage/ui';
import { Outlet } from '../navigation/navigation';
import { PageHead } from './PageHead';

/** The head with its tabs, and the room that is open. */
export const ListsLayout = () => (
  <>
    <PageHead />
    <Container role="main">
      <Outlet />
    </Container>
  </>
);
