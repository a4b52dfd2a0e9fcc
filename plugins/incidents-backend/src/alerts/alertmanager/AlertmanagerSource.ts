import type {
  AlertSource,
  ParsedMessage,
  SourceMessage,
} from '@linchpin/backstage-plugin-incidents-node';
import { validate } from '../../http/validate';
import { readAlert } from './alert';
import { alertSchema, messageSchema } from './wire';

/**
 * Prometheus Alertmanager by its webhook, version "4". A message repeats every
 * alert of its group, so each alert is taken for itself and the status of the
 * group says nothing.
 */
export class AlertmanagerSource implements AlertSource {
  readonly id = 'alertmanager';
  readonly title = 'Alertmanager';

  /** It tries again after 5xx at once, after 429 only with the group's next message. */
  readonly overloadStatus = 503;

  parse({ body, receivedAt }: SourceMessage): ParsedMessage {
    const message = validate(messageSchema, body);
    const parsed: ParsedMessage = {
      alerts: [],
      rejected: [],
      truncated: message.truncatedAlerts,
    };
    message.alerts.forEach((sent, index) => {
      try {
        const alert = validate(alertSchema, sent, 'alert');
        parsed.alerts.push(readAlert(alert, message.externalURL, receivedAt));
      } catch (error) {
        parsed.rejected.push({
          index,
          reason: (error as Error).message,
          body: sent,
        });
      }
    });
    return parsed;
  }
}
