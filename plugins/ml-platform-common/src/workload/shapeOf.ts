import { z } from 'zod/v3';

/**
 * A schema's types and descriptions without its rules: refinements are taken
 * off, the fields of inner objects become optional, further ones are allowed.
 */
export function shapeOf(schema: z.ZodTypeAny): z.ZodTypeAny {
  const inner = withoutRules(schema);
  if (inner instanceof z.ZodOptional) {
    return inner.unwrap() instanceof z.ZodObject
      ? innerShape(inner.unwrap()).optional()
      : shapeOf(inner.unwrap()).optional();
  }
  if (inner instanceof z.ZodArray) {
    return z.array(shapeOf(inner.element), describe(inner));
  }
  if (inner instanceof z.ZodString) {
    return z.string(describe(inner));
  }
  if (inner instanceof z.ZodObject) {
    // The wizard's preview travels along; what else is too much the rules refuse.
    return z.object(shapesOf(inner.shape)).passthrough();
  }
  return inner;
}

function innerShape(schema: z.AnyZodObject): z.ZodTypeAny {
  return z.object(shapesOf(schema.shape)).partial().passthrough();
}

function shapesOf(shape: z.ZodRawShape): z.ZodRawShape {
  return Object.fromEntries(
    Object.entries(shape).map(([key, value]) => [key, shapeOf(value)]),
  );
}

function withoutRules(schema: z.ZodTypeAny): z.ZodTypeAny {
  return schema instanceof z.ZodEffects
    ? withoutRules(schema.innerType())
    : schema;
}

function describe(schema: z.ZodTypeAny): { description?: string } {
  return schema.description ? { description: schema.description } : {};
}
