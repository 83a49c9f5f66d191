/** Pages as the Ministry of Home Affairs sets them, with invented names; nobody in them exists. */
export const INVENTED_IN_ORGANISATIONS = `<!DOCTYPE html>
<html><body><nav><ul><li>Secret menu</li></ul></nav>
<div class="field-content"><table>
<tr><td>S. No.</td><td>Name</td><td>Date</td></tr>
<tr><td>1.</td><td>Grey Heron Front/Heron Column/GHF and all its manifestations.</td><td>18.02.2019</td></tr>
<tr><td>2.</td><td>Plover League (PL), all its formations and front organizations.</td><td></td></tr>
<tr><td>3.</td><td>Organisations listed in the Schedule to the Secret Order, 2007</td><td></td></tr>
<tr><td>4</td><td>Curlew Union of <b>Testland</b></td><td>on a secret day</td></tr>
</table></div></body></html>
`;

export const INVENTED_IN_INDIVIDUALS = `<!DOCTYPE html>
<html><body><p>Individuals</p><div>
<p><a href="/secret.pdf">1. Orlandis Ventra @ Orly @ Lando Plover.</a></p>
<p>2. Curlew Ventra s/o Secret Father, r/o 1 Secret Street</p>
<p>3.&nbsp;Ibis Ventra alias Ibby</p>
</div></body></html>
`;
