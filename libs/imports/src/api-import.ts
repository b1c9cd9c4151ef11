import { ImportReport } from '@hsl/contracts/schemas/imports';
import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { ImportDefinition } from './import-definition.js';
import { TABLE_TYPES } from './table-body.js';

/** How an import is documented: its columns and a first line that works. */
export function ApiImport<Row extends object>(summary: string, { columns }: ImportDefinition<Row>): MethodDecorator {
  const all = Object.values<ImportDefinition<Row>['columns'][keyof Row & string]>(columns);
  const example = [all.map(({ titles }) => titles[0]).join(','), all.map((one) => one.example).join(',')].join('\n');
  const isNeeded = (one: (typeof all)[number]) => !one.schema.safeParse(undefined).success;
  const described = all.map((one) => `${one.titles.join(' / ')}${isNeeded(one) ? ' (required)' : ''}`).join('; ');
  return applyDecorators(
    HttpCode(200),
    ApiOperation({ summary, description: `Columns: ${described}. Up to 5,000 rows and 1 MB.` }),
    ApiConsumes(...TABLE_TYPES),
    ApiBody({ schema: { type: 'string', format: 'binary' }, examples: { csv: { value: example } } }),
    ApiOkResponse({ standardSchema: ImportReport, description: 'What was done, or would be' }),
  );
}
