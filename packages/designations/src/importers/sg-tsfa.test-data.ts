/** The schedule as Singapore Statutes Online sets it, with invented names; nobody in it exists. */
export const INVENTED_SG_PAGE = `<!DOCTYPE html>
<html><head><title>Act</title><script>var secret = '(a)';</script></head><body>
<ul><li><p>First Schedule Terrorists</p></li><li><p>Second Schedule Treaties</p></li></ul>
<div>Current version as at 27 Nov 2025</div>
<div><table><tr><td class="prov1Txt">2. In this Act <table><tr><td>(a)</td><td>Secret definition;</td></tr></table></td></tr></table></div>
<div class="schedule"><table>
<tr><td class="sHdr">FIRST SCHEDULE</td></tr>
<tr><td class="SbodyRefs">Section 2(1)</td></tr>
<tr><td class="scHdr">Terrorists and terrorist entities</td></tr>
<tr><td class="tailSTxt">1.&#8195;Any individual or entity
 <table><tr><td class="sProvP1No">(<em>a</em>)</td><td class="sProvP1">in the Secret UN list.</td></tr></table></td></tr>
<tr><td class="tailSTxt">2.&nbsp;The following individuals:
 <table>
  <tr><td class="sProvP1No">(<em>a</em>)</td><td class="sProvP1">Orlandis s/o Ventra @ Orly (Testland citizen) (Date of Birth: 12 December 1965) (Passport No. X1234567);</td></tr>
  <tr><td class="sProvP1No">(<em>b</em>)</td><td class="sProvP1">[Deleted by S 1/2020]</td></tr>
  <tr><td class="sProvP1No">(<em>c</em>)</td><td class="sProvP1">Lando Plover (Otherland citizen) (Passport No. Y7654321 stating Date of Birth: 10 April 1987);</td></tr>
  <tr><td class="sProvP1No">(<em>aa</em>)</td><td class="sProvP1">Grey Heron Front (also known as The Roost); and</td></tr>
  <tr><td class="sProvP1No">(<em>ab</em>)</td><td class="sProvP1">Curlew Union.</td></tr>
 </table></td></tr></table></div>
<div><table><tr><td class="sHdr">SECOND SCHEDULE</td></tr>
<tr><td class="tailSTxt">2. Treaties <table><tr><td>(a)</td><td>Secret treaty;</td></tr></table></td></tr></table></div>
</body></html>
`;
