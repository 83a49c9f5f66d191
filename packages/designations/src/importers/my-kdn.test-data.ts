/** A list in the Malaysian format with invented names; nobody on it exists. */
export const INVENTED_MY_LIST = `<?xml version='1.0' encoding='utf-8'?>
<xmlResponse>
<title>LIST OF SPECIFIED ENTITY</title>
<section type="A. INDIVIDUAL">
<header>
<column>(2)&#10;Reference</column>
<column>(3)&#10;Name</column>
</header>
<entry id="1">
<field name="(1)&#10;No.">1</field>
<field name="(2)&#10;Reference">KDN.I.08-2014</field>
<field name="(3)&#10;Name">Orlandis bin Ventra @ Orly | Ventro</field>
<field name="(4)&#10;Title">Secret title</field>
<field name="(6)&#10;Date of Birth">9.12.1961 13.2.1962</field>
<field name="(7)&#10;Place of Birth">Secret City</field>
<field name="(8)&#10;Other Names">(a) Orlo Ventra (b) Lando</field>
<field name="(9)&#10;Nationality">Testland</field>
<field name="(10)&#10;Passport Number">X1234567</field>
<field name="(12)&#10;Address">1 Secret Street</field>
<field name="(13)&#10;Date 0f Listed">12 November 2014</field>
</entry>
<entry id="2">
<field name="(1)&#10;No.">1</field>
<field name="(2)&#10;Reference">KDN.K.1-2013</field>
<field name="(3)&#10;Name">Grey Heron Front (GHF)</field>
<field name="(4)&#10;Alias">Barisan Pucung &amp; Co</field>
<field name="(5)&#10;Other Name">-</field>
<field name="(6)&#10;Address">1 Secret Street</field>
<field name="(7)&#10;Date of Listed">-</field>
</entry>
</section>
</xmlResponse>
`;
