/**
 * Words people use every day. A listed name made of these alone ("The Base", "Combat") says
 * nothing by itself. Canonical form (see `canonicalText`), a few languages, kept short on purpose:
 * it is read by the people who answer for it.
 */
function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/u).filter((word) => word !== ''));
}

export const ORDINARY_WORDS = words(`
  a an and are as at be but by can did do for from had has have he her his i if in is it its may me
  my no not of off on one or our out over she so some than that the their them then they this to up
  us was we were what when who will with you your
  act action agency aid army association authority award band bank base basis battalion board bond
  branch brigade brigades brother brothers brotherhood building bureau business butcher call camp
  capital caravan cause cell center central centre chain charity chief children church circle city
  club college combat command committee common community companions company conquest contact council
  country court cross crown culture dawn day defence defender defenders defense delta department
  doctor dragon eagle east eastern education electric engineer enterprise face faith falcon family
  fate father fighter fighters fire first flag flame force forces foundation free freedom friend
  friends front fund future garden general global god gold golden good government grand great green
  ground group guard guardian guardians hand hands head health heart help heritage history holy home
  honor honour hope house human hunter independence industries industry institute international iron
  islam islamic islamist jihad justice key king knight knights land law leader league legion liberal
  liberation liberty life light line lion lions love lovers martyr martyrs master media men mercy
  metal military mission modern monitor moon mother mount mountain movement muslim muslims nation
  national network new news night north northern nur office old opposition order organisation
  organization party partisans path patriot peace people peoples phoenix pilgrim pillar pioneer
  police popular power price prince prison program project promise protectors province public pure
  quality radar rain real rebel rebirth red region relief religion remain republic rescue resistance
  revenge revival revolution revolutionary right rights rise rising river road rock royal sacred safe
  salvation school sea secret sector security senior service services shadow shield ship shipping
  shadow society soldier soldiers solidarity son sons south southern special spirit spring square
  squad star state station storm strength strike strong struggle student students sun superior
  supporters support supreme sword syndicate system task teacher team terror thunder tiger tigers
  time tower town trade trading transport tribe true trust truth union unit united unity vanguard
  victory village virtue voice volunteers war warrior warriors water wave way welfare west western
  white wind wing winter witness wolf wolves women word work workers world young youth zone

  afrique armee arme avec base bataille combat dans des dieu du et etat femme force frere groupe
  guerre homme jeune jeunes jeunesse justice la le les libre lumiere mouvement nous ordre organisation
  paix parti pays pour peuple resistance union unite vie voix
  bandera base el ella ejercito estado frente fuerza guerra justicia la libertad los lucha movimiento
  mundo nacional orden para partido paz pueblo resistencia una union vida
  barat basis der die das eine front gruppe jugend kampf kraft partei staat und volk
`);

/**
 * Words of faith and struggle that are also everyday words in Arabic and the languages that borrow
 * from it, and parts of many innocent names (mosques, schools, football clubs). One of them alone
 * says nothing; two together ("Ansar al-Sharia") may be a name.
 */
export const BORROWED_WORDS = words(`
  ahl ahrar ajnad ansar balagh bilal dawa dawah dawat din fajr faran fatah fath furqan hadid hadith
  hadis haq haqq hizb hijra hijrah huda iman jaish jamaat jamiat jamiyat jaysh jund karama katiba
  khilafa khilafah madrasa masjid mujahid mujahideen mujahidin muqawama nasr noor nour nusra nusrah
  quran rahma rashid risala salam shabab shahada shahid shaheed sharia shura sirat sunna sunnah
  tabligh taqwa tawhid tawheed ummah umma waqf zakat istiqamah istikamet

  القاعده الشباب الجهاد النصره الدوله الاسلام الاسلاميه الجماعه الحق النور السلام الوحده الحريه
  العداله المقاومه الانصار الفتح النصر حركه جبهه جيش حزب جماعه دوله كتيبه لواء انصار شباب جهاد
  تنظيم مجاهدين المجاهدين المجاهدون الامه الهدي الفرقان التوحيد الصراط
`);

/** Articles, titles and parts of names that do not make a name fuller. Canonical form. */
export const PARTICLES = words(`
  al el ul ur ud ad an ar as ash at az e i the la le les de du of and wa wal bil fi abu abou abi umm um
  ibn ben bin bint binti ould abd abdul abdal abdel abdol abd-al haji hajji hadji haj hajj mullah mulla
  maulavi mawlawi maulana mawlana maulvi qari hafiz sheikh shaikh shaykh sheik cheikh sayed sayyid
  syed sayyed said dr doctor mr mrs ms sir general colonel commander commandant captain major chief
  brother ustad ustaz mufti imam akhund akhundzada jr sr ii iii
  ال ابو ابي ام ابن بن بنت عبد الشيخ شيخ حاجي الحاج ملا مولوي قاري
`);

/**
 * Given names so common that two of them together name thousands of people. Canonical form.
 * Their bearers must not become suspects because a listed person shares them.
 */
export const COMMON_GIVEN_NAMES = words(`
  abbas abdallah abdullah abdulla abubakar adam adel adil ahmad ahmed ahmet akbar akhtar ali alvi amin amina
  amir anwar asad ashraf aziz bakr bashir bilal daud dawood ehsan emran eric fahad faisal farid farooq
  fatima faiz gul habib hadi haider hakim hamid hamza haq haroon hasan hassan hashim hossein husain
  husayn hussain hussein ibrahim idris imran iqbal ismail ismael jaber jafar jamal jamil javed jawad
  john joseph karim kamal khaled khalid khalil khan mahmood mahmoud mahmud majeed majid malik mansoor
  mansour maria mary masood mohamad mohamed mohammad mohammed muhamad muhammad muhammed mustafa mousa
  musa nabil nadir naseer nasir nasser noor nur omar osman othman paul qasim rahim rahman rahmatullah
  rashid raza reza saad sadiq saeed said salah saleem saleh salim salman sami samir sayed shah sharif
  sulaiman suleiman sultan syed taha tahir tariq umar usman wali yahya yasin yasir younis yousef yousuf
  yunus yusuf zahid zaid zakir
  محمد احمد علي حسن حسين عمر عثمان خالد ابراهيم اسماعيل يوسف موسي عيسي محمود مصطفي صالح سعيد سالم
  عبدالله ناصر جمال كريم رحمن الرحمن الله حميد طارق ياسين
`);
