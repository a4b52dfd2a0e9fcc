import { sentChangeSchema } from '@linchpin/backstage-plugin-incidents-common/schemas';
import { KEY_FORMS, keyConfig } from './recipes';

const URL = 'https://portal.fernway.test/api/incidents/changes';
const SECRET = 'linchpin_key_of_a_pipeline';

it.each(KEY_FORMS)(
  'has a command for a pipeline that tells of a change as the portal takes it: %s',
  form => {
    const command = keyConfig('changes', URL, SECRET, form);
    const [, body] = /-d '(.*)'/s.exec(command)!;
    expect(sentChangeSchema.safeParse(JSON.parse(body)).error).toBeUndefined();
    expect(command).toContain(
      {
        bearer: `-H 'Authorization: Bearer ${SECRET}' '${URL}'`,
        basic: `-u 'any-name:${SECRET}' '${URL}'`,
        url: `'${URL}/${SECRET}'`,
      }[form],
    );
  },
);
