/** Where each of the 34 provinces stands in the scheme: column and row, from the north-west. Every province has a tile of its own. */
export const TILES: Readonly<Record<string, readonly [column: number, row: number]>> = {
  'VN34-12': [1, 1], // Lai Châu
  'VN34-15': [2, 1], // Lào Cai
  'VN34-08': [3, 1], // Tuyên Quang
  'VN34-04': [4, 1], // Cao Bằng
  'VN34-11': [1, 2], // Điện Biên
  'VN34-14': [2, 2], // Sơn La
  'VN34-19': [3, 2], // Thái Nguyên
  'VN34-20': [4, 2], // Lạng Sơn
  'VN34-25': [2, 3], // Phú Thọ
  'VN34-01': [3, 3], // Hà Nội
  'VN34-24': [4, 3], // Bắc Ninh
  'VN34-22': [5, 3], // Quảng Ninh
  'VN34-37': [3, 4], // Ninh Bình
  'VN34-33': [4, 4], // Hưng Yên
  'VN34-31': [5, 4], // Hải Phòng
  'VN34-38': [2, 5], // Thanh Hóa
  'VN34-40': [2, 6], // Nghệ An
  'VN34-42': [3, 6], // Hà Tĩnh
  'VN34-44': [3, 7], // Quảng Trị
  'VN34-46': [4, 7], // Huế
  'VN34-48': [4, 8], // Đà Nẵng
  'VN34-51': [4, 9], // Quảng Ngãi
  'VN34-52': [4, 10], // Gia Lai
  'VN34-66': [4, 11], // Đắk Lắk
  'VN34-56': [5, 11], // Khánh Hòa
  'VN34-68': [4, 12], // Lâm Đồng
  'VN34-75': [3, 12], // Đồng Nai
  'VN34-80': [2, 12], // Tây Ninh
  'VN34-79': [3, 13], // Hồ Chí Minh
  'VN34-82': [2, 13], // Đồng Tháp
  'VN34-91': [1, 13], // An Giang
  'VN34-92': [2, 14], // Cần Thơ
  'VN34-86': [3, 14], // Vĩnh Long
  'VN34-96': [2, 15], // Cà Mau
};

/** The two archipelagos, in the sea east of the provinces that they belong to. */
export const ARCHIPELAGOS = [
  { name: 'hoangSa', of: 'VN34-48', tile: [6, 8] },
  { name: 'truongSa', of: 'VN34-56', tile: [6, 12] },
] as const;
