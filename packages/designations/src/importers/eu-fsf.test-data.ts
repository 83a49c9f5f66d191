/** A list in the EU's format with invented names; nobody on it exists. */
export const INVENTED_EU_LIST = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-02-03T10:00:00.497+02:00" globalFileId="1">
  <sanctionEntity designationDate="2008-07-03" designationDetails="Secret details" unitedNationId="TSi.001" euReferenceNumber="EU.1.11" logicalId="11">
    <remark>A secret remark.</remark>
    <regulation regulationType="amendment" publicationDate="2019-04-08" entryIntoForceDate="2019-04-09" numberTitle="2019/1 (OJ L1)" programme="TAQA" logicalId="1">
      <publicationUrl>https://eur-lex.europa.eu/secret</publicationUrl>
    </regulation>
    <subjectType code="person" classificationCode="P"/>
    <nameAlias firstName="" middleName="" lastName="" wholeName="Орландис Вентрамонт" function="" nameLanguage="BG" strong="true" logicalId="2"/>
    <nameAlias firstName="Orlandis" middleName="" lastName="Ventramont" wholeName="Orlandis Ventramont" function="Secret office" title="" nameLanguage="" strong="true" logicalId="3">
      <remark>Secret mother.</remark>
      <regulationSummary regulationType="amendment" publicationDate="2012-07-06" numberTitle="1/2012"/>
    </nameAlias>
    <nameAlias firstName="Orly" middleName="de" lastName="Ventra" wholeName="" nameLanguage="" strong="false" logicalId="4"/>
    <nameAlias wholeName="أورلانديس فنترامونت" nameLanguage="AR" strong="true" logicalId="5"/>
    <citizenship countryIso2Code="XX" countryDescription="TESTLAND" logicalId="6"/>
    <citizenship countryIso2Code="00" countryDescription="UNKNOWN" logicalId="7"/>
    <birthdate circa="false" calendarType="GREGORIAN" city="Secret City" birthdate="1965-12-12" dayOfMonth="12" monthOfYear="12" year="1965" logicalId="8"/>
    <birthdate circa="true" calendarType="GREGORIAN" yearRangeFrom="1967" yearRangeTo="1968" logicalId="9"/>
    <birthdate circa="true" calendarType="ISLAMIC" year="1344" logicalId="10"/>
    <identification number="X1234567" identificationTypeCode="passport"><remark>Secret</remark></identification>
    <address street="1 Secret Street"/>
  </sanctionEntity>
  <sanctionEntity designationDetails="" unitedNationId="" euReferenceNumber="EU.2.22" logicalId="22">
    <regulation publicationDate="2020-01-14" programme="TERR" logicalId="12"/>
    <regulation publicationDate="2018-01-14" programme="HAM" logicalId="13"/>
    <subjectType code="enterprise" classificationCode="E"/>
    <nameAlias wholeName="Grey Heron Front (GHF)" nameLanguage="EN" strong="true" logicalId="14"/>
    <nameAlias wholeName="Heron &amp; Egret Column" nameLanguage="" logicalId="15"/>
  </sanctionEntity>
  <sanctionEntity designationDate="" euReferenceNumber="" logicalId="33">
    <regulation publicationDate="2020-01-14" programme="TERR" logicalId="16"/>
    <subjectType code="enterprise" classificationCode="E"/>
    <nameAlias wholeName="Plover League" strong="true" logicalId="17"/>
  </sanctionEntity>
</export>
`;
