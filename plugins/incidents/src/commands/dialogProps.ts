import type { Incident } from '@linchpin/backstage-plugin-incidents-common';

/** What every dialog of a command is given. */
export interface CommandDialogProps {
  /** One, or several where the verdict is the same for all. */
  incidents: readonly Incident[];
  onClose: () => void;
}
