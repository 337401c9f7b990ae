"""The table of units that every sheet knows: money, ratios, durations, physical measures, and counts."""

from __future__ import annotations

MEASURES = """
money              1            元
money              1/10         角 毛钱
money              1/100        分钱
us_dollar          1            美元
euro               1            欧元
hong_kong_dollar   1            港元
point              1            分
ratio              1/100        % 百分比 ﹪
ratio              1/1000       ‰ 千分比
ratio              1/10000      ‱ 万分比
ratio              1/1000000    ppm
ratio              1/10         成
ratio              1            倍
difference         1/100        个百分点 百分点
difference         1/1000       个千分点 千分点
day                1            天 日 自然日 个自然日 日历天 个日历天
day                7            周 星期 个星期
day                1/24         小时 个小时 h
day                1/1440       分钟 min
day                1/86400      秒 秒钟 s
day                1/86400000   毫秒 ms
month              1            月 个月
month              3            季度 个季度 季
month              12           年
working_day        1            工作日 个工作日
person_day         1            人日 人天
person_month       1            人月
calendar_month     1            月份
length             1            米 m 公尺
length             1000         千米 公里 km KM Km ㎞
length             1/10         分米 dm
length             1/100        厘米 cm CM ㎝
length             1/1000       毫米 mm MM ㎜
length             1/1000000    微米 μm
length             500          里
nautical_mile      1            海里
length^2           1            平方米 ㎡ m² m2 M2 平米
length^2           1000000      平方千米 平方公里 km² km2 ㎢
length^2           10000        公顷 ha hm² hm2
length^2           2000/3       亩
length^2           1/10000      平方厘米 cm² cm2
length^3           1            立方米 m³ m3 M3 ㎥
length^3           1/1000       升 公升 L 立方分米
length^3           1/1000000    毫升 mL ml ㎖ 立方厘米
mass               1            千克 公斤 kg KG Kg ㎏
mass               1000         吨 t
mass               1/2          斤 市斤
mass               1/1000       克 g
mass               1/1000000    毫克 mg ㎎
mass               1/1000000000 微克 μg µg ug
coal_equivalent    1            吨标准煤 吨标煤
carbon             1            吨二氧化碳 吨二氧化碳当量
data               1            字节
data               1000         KB kB
data               1000000      MB
data               1000000000   GB
data               1000000000000 TB
data               1000000000000000 PB
bit_rate           1000000      Mbps
bit_rate           1000000000   Gbps
energy             1            千瓦时 kWh kwh KWh KWH 度
energy             1000         兆瓦时 MWh
power              1            千瓦 kW KW kw
power              1/1000       瓦
power              1000         兆瓦 MW
apparent_power     1            千伏安 kVA KVA
voltage            1            千伏 kV KV
voltage            1/1000       伏
pressure           1            兆帕 MPa
celsius            1            ℃ 摄氏度 °C
decibel            1            分贝 dB dB(A)
number             100          百
number             1000         千
number             10000        万
number             100000       十万
number             1000000      百万
number             10000000     千万
number             100000000    亿
number             10000000000  百亿
number             1000000000000 万亿
"""
"""One line a size: dimension, size in its base unit (exact), names that are truly the same.

Sizes of data are decimal, as GB/T 3102 has it. 度 is of electricity. 方, 平方, 立方, 兆 and W are left out: each has two readings.
"""

COUNTS = """
人 人次 次 个 户 户次 起 件 件次 条 项 项次 家 家次 株 只 头 台 台次 台班 座 处 处次 辆 辆次 车次 架 架次 艘 艘次
套 份 篇 场 场次 期 期次 尾 粒 匹 棵 幢 栋 间 张 本 册 册次 门 门次 种 种次 类 批 批次 村 所 所次 块 盏 眼 口 根 支
把 名 位 例 例次 宗 宗次 组 组次 站 站次 点次 片 面 副 对 双 瓶 袋 盒 箱 包 桶 罐 卷 顶 床 件套 台套
届 届次 轮 轮次 班 班次 班级 节 课时 学时 学分 学期 学年 生 课 级 层 道 段 孔 井 塔 杆 碗 枚 颗 朵 束 丛 垛 堆
羽 群 箱次 标箱 标段 车位 床位 泊位 席 席位 岗 岗位 编制 岁 周岁 版 版次 页 幅 帧 部 集 曲 首 字 案 案次
乡 镇 乡镇 街道 社区 小区 县 县区 区 市 省 国 国家 行政村 自然村 村庄 示范村 企业 单位 部门 学校 院 院校 机构 团队 队
支队 线 趟 单 票 笔 笔次 款 款次 门类 品种 品类 频道 栏目 平台 系统 终端 基站 探头 摄像头 节点
端口 账号 用户 景区 公园 广场 厕所 桥 隧道 水库 塘 坝 渠 泵站 机井 电站 变电站 充电桩 公共厕所 图斑 宗地 地块 样本
样品 样点 点位 断面 指标 任务 课题 专题 专利 论文 报告 案例 标准 制度 方案 项目 子项目 工程 品牌 活动 节目 作品 文物
延米 延长米 千字 梯次 阅读量 点击量 机时 航次 班列 列 列次 站点 网点 门店 摊位 铺位 商户 农户 贫困户 脱贫户 家庭 代表
"""
"""Counts, each of its own kind: twelve people and twelve person-times do not meet."""

NOUNS_AFTER_PIECE = """
村 乡 镇 乡镇 街道 社区 小区 县 县区 区 市 省 国家 行政村 自然村 村庄 示范村 企业 单位 部门 学校 院校 机构 团队 班 班级
车位 床位 泊位 席位 岗位 品种 品类 频道 栏目 平台 系统 终端 基站 探头 摄像头 节点 端口 账号 用户 景区 公园 广场 厕所
水库 图斑 宗地 地块 样本 样品 样点 点位 断面 指标 任务 课题 专题 专利 案例 标准 制度 方案 项目 子项目 工程 品牌 活动
节目 作品 标段 批次 课时 学时 学分 站点 网点 门店 摊位 铺位 商户 农户 家庭 代表 轮次 场次 班次 工作站
"""
"""Counts that people also write with 个 before them: 5个村 is 5村."""

PREFIXES = {
    "百": 100,
    "千": 1000,
    "万": 10**4,
    "十万": 10**5,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "百亿": 10**10,
    "万亿": 10**12,
}
"""Multiples that may stand before a unit: 1.2万人, 5千元."""
