import { z } from 'zod/v3';

/** The schema of one command. */
export const command = <Type extends string, Shape extends z.ZodRawShape>(
  type: Type,
  shape: Shape,
) => z.object({ type: z.literal(type), ...shape }).strict();

type CommandSchemas = Record<string, z.ZodDiscriminatedUnionOption<'type'>>;

/** One of these commands, told apart by its type. */
export type AnyOf<Schemas extends CommandSchemas> = {
  [Type in keyof Schemas]: z.infer<Schemas[Type]>;
}[keyof Schemas];

/** The schema of any of these commands. */
export function anyOf<Schemas extends CommandSchemas>(
  schemas: Schemas,
): z.ZodType<AnyOf<Schemas>, z.ZodTypeDef, unknown> {
  const [first, ...rest] = Object.values(schemas);
  return z.discriminatedUnion('type', [first, ...rest]);
}

/** The schema of the names of these commands. */
export function namesOf<Name extends string>(
  schemas: Record<Name, z.ZodTypeAny>,
): z.ZodEnum<[Name, ...Name[]]> {
  return z.enum(Object.keys(schemas) as [Name, ...Name[]]);
}
