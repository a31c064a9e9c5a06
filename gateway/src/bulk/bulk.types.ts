import {
  DateScalar,
  DateTimeScalar,
  type ExportCompressionName,
  type ExportFormatName,
  type ExportStatusName,
  documentedEnum,
} from '@thads/shared';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Int64Scalar } from './int64.scalar';
import { Dataset } from './dataset.enum';

export const ExportFormat = documentedEnum<ExportFormatName>('ExportFormat', 'How rows are written (định dạng).', {
  JSON_LINES: 'A JSON object a line, in UTF-8 (mỗi dòng một đối tượng JSON).',
  CSV: 'Comma-separated values in UTF-8 with a header line; text that begins like a formula after an apostrophe (CSV).',
  PARQUET: 'Apache Parquet with a type for every column (Parquet).',
});

export const ExportCompression = documentedEnum<ExportCompressionName>(
  'ExportCompression',
  'How files of JSON lines and CSV are compressed (nén).',
  {
    NONE: 'Not at all (không nén).',
    GZIP: 'With gzip (gzip).',
    ZSTD: 'With Zstandard, where the server can (zstd).',
  },
);

export const ExportStatus = documentedEnum<ExportStatusName>(
  'ExportStatus',
  'How far an export has come (tình trạng).',
  {
    QUEUED: 'It waits for its turn (đang chờ).',
    RUNNING: 'Its files are being written (đang thực hiện).',
    FINISHED: 'All its files and the manifest are there (đã xong).',
    FAILED: 'It came to no end, and there are no files: see its error (thất bại).',
    CANCELLED: 'Who started it has ended it (đã hủy).',
  },
);

@InputType({ description: 'Conditions on the rows of an export; all given ones hold (điều kiện lọc).' })
export class ExportFilter {
  @Field(() => [ID], { nullable: true, description: 'Provinces of either boundaries, any of these (các tỉnh).' })
  provinces?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'An office (cơ quan).' })
  office?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Rows of subjects whose last event was on this day or later (sự kiện gần nhất từ ngày).',
  })
  lastEventFrom?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Rows of subjects whose last event was on this day or earlier (sự kiện gần nhất đến ngày).',
  })
  lastEventThrough?: string | null;
}

@InputType({ description: 'What an export is to hold, and how (yêu cầu kết xuất).' })
export class ExportInput {
  @Field(() => Dataset, { description: 'What is taken (tập dữ liệu).' })
  dataset!: Dataset;

  @Field(() => ExportFilter, {
    nullable: true,
    description: 'Which rows of it; none: all that you may see (điều kiện lọc).',
  })
  filter?: ExportFilter | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Names of fields, in the order wanted; none: all that you may have, see "datasets" (các trường).',
  })
  fields?: string[] | null;

  @Field(() => ExportFormat, { defaultValue: 'JSON_LINES', description: 'How rows are written (định dạng).' })
  format!: ExportFormatName;

  @Field(() => ExportCompression, {
    nullable: true,
    description: 'How files are compressed; none: not at all, and PARQUET by itself (nén).',
  })
  compression?: ExportCompressionName | null;
}

@ObjectType({ description: 'A file of an export (tệp kết xuất).', simpleResolvers: true })
export class ExportFile {
  @Field(() => String, { description: 'Its name, with the province in it (tên tệp).' })
  name!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'The province of 2025 whose rows it has; null: those of the central department, or the manifest (tỉnh).',
  })
  province!: string | null;

  @Field(() => Int, { description: 'Rows in it; 0 of the manifest (số dòng).' })
  rows!: number;

  @Field(() => Int64Scalar, { description: 'Its size as it is downloaded, in bytes (dung lượng).' })
  bytes!: number;

  @Field(() => String, { description: 'SHA-256 over these bytes, in hexadecimal digits (mã băm).' })
  sha256!: string;

  @Field(() => String, {
    description:
      'Where it is downloaded, in whole or by ranges, at the address of this graph; whoever has it needs no token (đường dẫn tải).',
  })
  url!: string;

  @Field(() => DateTimeScalar, {
    description: 'Until when the url is good; ask again for another (hạn của đường dẫn).',
  })
  expiresAt!: Date;
}

@ObjectType({ description: 'Why an export came to no end (lý do thất bại).', simpleResolvers: true })
export class ExportError {
  @Field(() => String, { description: 'One of the codes that errors of the graph have (mã lỗi).' })
  code!: string;

  @Field(() => String, { description: 'What went wrong, and what can be done (nội dung).' })
  message!: string;
}

@ObjectType({
  description:
    'A dataset as files, all of one moment: one for each province, and a signed manifest (lần kết xuất dữ liệu).',
  simpleResolvers: true,
})
export class Export {
  @Field(() => ID, { description: 'Identifier (mã lần kết xuất).' })
  id!: string;

  @Field(() => Dataset, { description: 'What is taken (tập dữ liệu).' })
  dataset!: Dataset;

  @Field(() => ExportStatus, { description: 'How far it has come (tình trạng).' })
  status!: ExportStatusName;

  @Field(() => ExportFormat, { description: 'How rows are written (định dạng).' })
  format!: ExportFormatName;

  @Field(() => ExportCompression, { description: 'How files are compressed (nén).' })
  compression!: ExportCompressionName;

  @Field(() => [String], { description: 'Names of the fields in it, in their order (các trường).' })
  fields!: readonly string[];

  @Field(() => DateTimeScalar, { description: 'When it was asked for (thời điểm yêu cầu).' })
  requestedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last begun; null: not yet (bắt đầu).' })
  startedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it came to an end; null: not yet (kết thúc).' })
  finishedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'The database’s name for the moment that all files are of; null until finished (ảnh chụp dữ liệu).',
  })
  snapshotId!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Which data it has: equal versions of a register are equal data; null until finished (phiên bản dữ liệu).',
  })
  dataVersion!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Where to go on in the changes of the dataset after this export; null until finished (con trỏ thay đổi).',
  })
  cursor!: string | null;

  @Field(() => Int, { nullable: true, description: 'Rows in all files; null until finished (số dòng).' })
  rows!: number | null;

  @Field(() => Int64Scalar, {
    nullable: true,
    description: 'Size of all files but the manifest, in bytes; null until finished (dung lượng).',
  })
  bytes!: number | null;

  @Field(() => [ExportFile], {
    description: 'Its files; empty until it is finished, and after "filesUntil" (các tệp).',
  })
  files!: readonly ExportFile[];

  @Field(() => ExportFile, {
    nullable: true,
    description: 'What is in the files, with their hashes, as JSON; null as long as there are no files (bản kê).',
  })
  manifest!: ExportFile | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Ed25519 signature over the bytes of the manifest, in base64url; its public key is at /exports/keys.json (chữ ký).',
  })
  manifestSignature!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When its files are removed, or were; null until finished (hạn lưu tệp).',
  })
  filesUntil!: Date | null;

  @Field(() => ExportError, { nullable: true, description: 'Why it failed; null: it did not (lỗi).' })
  error!: ExportError | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Its place among those that wait, 1: the next; null: it does not wait (thứ tự chờ).',
  })
  queuePosition!: number | null;
}

@ObjectType({ description: 'A field of a dataset (trường dữ liệu).', simpleResolvers: true })
export class DatasetField {
  @Field(() => String, { description: 'Its name, as in the files (tên trường).' })
  name!: string;

  @Field(() => String, {
    description: 'ID, TEXT, INT, VND (whole dong), DATE (YYYY-MM-DD), TIMESTAMP (UTC), BOOLEAN or TEXT_LIST (kiểu).',
  })
  type!: string;

  @Field(() => String, { description: 'What it says (ý nghĩa).' })
  description!: string;
}

@ObjectType({ description: 'What a dataset holds for you (mô tả tập dữ liệu).', simpleResolvers: true })
export class DatasetDescription {
  @Field(() => Dataset, { description: 'Its name (tên).' })
  name!: Dataset;

  @Field(() => String, { description: 'What its rows are (ý nghĩa).' })
  description!: string;

  @Field(() => [String], { description: 'Fields whose values tell a row from all others (khóa).' })
  key!: readonly string[];

  @Field(() => String, {
    nullable: true,
    description:
      'The field that names the subject of a change in "changes"; null: rows are sums, which are taken anew when the cursor of their changes has moved (trường đối tượng).',
  })
  subject!: string | null;

  @Field(() => [DatasetField], { description: 'Its fields that you may have, in their order (các trường).' })
  fields!: readonly DatasetField[];
}
