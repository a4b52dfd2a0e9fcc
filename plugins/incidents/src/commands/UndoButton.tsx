import { Button } from '@backstage/ui';

/** Takes back what a toast just said. */
export const UndoButton = (props: { label: string; onUndo: () => void }) => (
  <Button size="small" variant="secondary" onPress={props.onUndo}>
    {props.label}
  </Button>
);
