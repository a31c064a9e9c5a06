import {
  Boundaries,
  NATION_ID,
  type OfficeRecord,
  type ProvinceRecord,
  officesOf,
  predecessorsOf,
  provinceOfTerritory,
  provincesOf,
  requireOffice,
  requireProvince,
  successorOf,
} from '@thads/shared';
import { Arg, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { NationType, OfficeType, ProvinceType } from './directory.types';

export const nation: NationType = { id: NATION_ID, name: 'Viet Nam', nameVi: 'Việt Nam' };

@Resolver(() => NationType)
export class NationResolver {
  @Query(() => NationType, { description: 'The whole country (toàn quốc).' })
  nation(): NationType {
    return nation;
  }
}

@Resolver(() => ProvinceType)
export class ProvinceResolver {
  @Query(() => ProvinceType, {
    nullable: true,
    description: 'One province by id; an unknown id is refused with the ids that come near (một tỉnh).',
  })
  province(@Arg('id', () => ID, { description: 'VN34-<code> or VN63-<code> (mã tỉnh).' }) id: string): ProvinceRecord {
    return requireProvince(id);
  }

  @Query(() => [ProvinceType], { description: 'All provinces of one of the two boundaries, by code (danh sách tỉnh).' })
  provinces(
    @Arg('boundaries', () => Boundaries, {
      nullable: true,
      defaultValue: 'VN34',
      description: 'The 34 of 2025 or the 63 before (địa giới).',
    })
    boundaries: Boundaries | null,
  ): readonly ProvinceRecord[] {
    return provincesOf(boundaries ?? 'VN34');
  }

  @FieldResolver(() => [ProvinceType], {
    description: 'The older provinces it was merged from; empty for an older one (tỉnh cũ).',
  })
  predecessors(@Root() province: ProvinceRecord): readonly ProvinceRecord[] {
    return predecessorsOf(province);
  }

  @FieldResolver(() => ProvinceType, {
    nullable: true,
    description: 'The province of 2025 that an older one became part of; null for one of the 34 (tỉnh mới).',
  })
  successor(@Root() province: ProvinceRecord): ProvinceRecord | null {
    return successorOf(province);
  }

  @FieldResolver(() => [OfficeType], { description: 'Its enforcement offices (các cơ quan thi hành án).' })
  offices(@Root() province: ProvinceRecord): readonly OfficeRecord[] {
    return officesOf(province);
  }
}

@Resolver(() => OfficeType)
export class OfficeResolver {
  @Query(() => OfficeType, {
    nullable: true,
    description: 'One office by id; an unknown id is refused with the form of office ids (một cơ quan).',
  })
  office(@Arg('id', () => ID, { description: 'Identifier of the office (mã cơ quan).' }) id: string): OfficeRecord {
    return requireOffice(id);
  }

  @FieldResolver(() => ProvinceType, {
    nullable: true,
    description: 'The province it lies in; null for the central department (tỉnh).',
  })
  province(
    @Arg('boundaries', () => Boundaries, {
      nullable: true,
      defaultValue: 'VN34',
      description: 'In which boundaries (địa giới).',
    })
    boundaries: Boundaries | null,
    @Root() office: OfficeRecord,
  ): ProvinceRecord | null {
    return provinceOfTerritory(office.territory, boundaries ?? 'VN34');
  }
}
