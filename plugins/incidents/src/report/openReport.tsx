import type { DialogApi } from '@backstage/frontend-plugin-api';
import { IncidentsSurface } from '../api/IncidentsSurface';
import { LoadedDialog } from './LoadedDialog';

/** Opens the dialog from a menu, which is gone by the time that the dialog stands. */
export function openReport(dialogs: DialogApi, entityRef: string) {
  dialogs.open(({ dialog }) => (
    <IncidentsSurface>
      <LoadedDialog
        isOpen
        entityRef={entityRef}
        onOpenChange={isOpen => {
          if (!isOpen) {
            dialog.close();
          }
        }}
      />
    </IncidentsSurface>
  ));
}
