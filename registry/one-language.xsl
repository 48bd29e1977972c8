<?xml version="1.0" encoding="UTF-8"?>
<!-- This Source Code Form is subject to the terms of the Mozilla Public
   - License, v. 2.0. If a copy of the MPL was not distributed with this
   - file, You can obtain one at http://mozilla.org/MPL/2.0/. -->

<!-- What the Function Wizard shows in one language, to be added to the English
   - when the office starts (src/ui/started_job.cxx). These are the longest texts
   - of all, and the office would read those of every language at each start.

   - In: CalcAddIns.xcu with all its translations. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:oor="http://openoffice.org/2001/registry">
  <xsl:param name="language"/>
  <xsl:strip-space elements="oor:component-data node prop value"/>
  <xsl:output encoding="UTF-8"/>

  <xsl:template match="@* | node()">
    <xsl:copy>
      <xsl:apply-templates select="@* | node()"/>
    </xsl:copy>
  </xsl:template>

  <!-- The nodes are there: they are changed, not replaced. -->
  <xsl:template match="@oor:op"/>

  <xsl:template match="prop">
    <xsl:if test="value/@xml:lang = $language">
      <xsl:copy>
        <xsl:apply-templates select="@* | value[@xml:lang = $language]"/>
      </xsl:copy>
    </xsl:if>
  </xsl:template>

  <xsl:template match="comment()"/>
</xsl:stylesheet>
