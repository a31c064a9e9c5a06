import { Boundaries, SCOPE_DESCRIPTIONS } from '@thads/shared';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType('Nation', { description: SCOPE_DESCRIPTIONS.Nation.type, simpleResolvers: true })
@Directive('@key(fields: "id")')
export class NationType {
  @Field(() => ID, { description: SCOPE_DESCRIPTIONS.Nation.id })
  id!: string;

  @Field(() => String, { description: 'English name (tên tiếng Anh).' })
  name!: string;

  @Field(() => String, { description: 'Vietnamese name (tên).' })
  nameVi!: string;
}

@ObjectType('Province', { description: SCOPE_DESCRIPTIONS.Province.type, simpleResolvers: true })
@Directive('@key(fields: "id")')
export class ProvinceType {
  @Field(() => ID, { description: SCOPE_DESCRIPTIONS.Province.id })
  id!: string;

  @Field(() => String, { description: 'Official two-digit code within its boundaries (mã hành chính).' })
  code!: string;

  @Field(() => String, { description: 'Name without diacritics (tên không dấu).' })
  name!: string;

  @Field(() => String, { description: 'Vietnamese name (tên).' })
  nameVi!: string;

  @Field(() => Boundaries, { description: 'The boundaries it belongs to (địa giới).' })
  boundaries!: Boundaries;
}

@ObjectType('Office', { description: SCOPE_DESCRIPTIONS.Office.type, simpleResolvers: true })
@Directive('@key(fields: "id")')
export class OfficeType {
  @Field(() => ID, { description: SCOPE_DESCRIPTIONS.Office.id })
  id!: string;

  @Field(() => String, { description: 'English name; regional offices’ names are made up (tên tiếng Anh).' })
  name!: string;

  @Field(() => String, { description: 'Vietnamese name; regional offices’ names are made up (tên).' })
  nameVi!: string;
}
